using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasEditedDomains",
                table: "Outlets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsEdited",
                table: "Outlets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Outlets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulesDomain",
                table: "Outlets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulesName",
                table: "Outlets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulesSlug",
                table: "Outlets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Outlets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Bodies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NamedOutletId",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    BeforeKind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    Path = table.Column<string>(type: "TEXT", nullable: true),
                    EntryKey = table.Column<string>(type: "TEXT", nullable: true),
                    OutletId = table.Column<int>(type: "INTEGER", nullable: true),
                    TargetId = table.Column<int>(type: "INTEGER", nullable: true),
                    RevertedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    RevertedBy = table.Column<string>(type: "TEXT", nullable: true),
                    RevertedNote = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Outlets_OutletId",
                        column: x => x.OutletId,
                        principalTable: "Outlets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Outlets_TargetId",
                        column: x => x.TargetId,
                        principalTable: "Outlets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutletAliases",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    OutletId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutletAliases", x => new { x.Kind, x.Key, x.OutletId });
                    table.ForeignKey(
                        name: "FK_OutletAliases_Outlets_OutletId",
                        column: x => x.OutletId,
                        principalTable: "Outlets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outlets_MergedIntoId",
                table: "Outlets",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_NamedOutletId",
                table: "Articles",
                column: "NamedOutletId",
                filter: "\"NamedOutletId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ArticleId",
                table: "Corrections",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_OutletId",
                table: "Corrections",
                column: "OutletId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_State_ArticleId",
                table: "Corrections",
                columns: new[] { "State", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_TargetId",
                table: "Corrections",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_OutletAliases_OutletId",
                table: "OutletAliases",
                column: "OutletId");

            migrationBuilder.AddForeignKey(
                name: "FK_Articles_Outlets_NamedOutletId",
                table: "Articles",
                column: "NamedOutletId",
                principalTable: "Outlets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Outlets_Outlets_MergedIntoId",
                table: "Outlets",
                column: "MergedIntoId",
                principalTable: "Outlets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Articles_Outlets_NamedOutletId",
                table: "Articles");

            migrationBuilder.DropForeignKey(
                name: "FK_Outlets_Outlets_MergedIntoId",
                table: "Outlets");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "OutletAliases");

            migrationBuilder.DropIndex(
                name: "IX_Outlets_MergedIntoId",
                table: "Outlets");

            migrationBuilder.DropIndex(
                name: "IX_Articles_NamedOutletId",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "HasEditedDomains",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "IsEdited",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "RulesDomain",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "RulesName",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "RulesSlug",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Outlets");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Bodies");

            migrationBuilder.DropColumn(
                name: "NamedOutletId",
                table: "Articles");
        }
    }
}
