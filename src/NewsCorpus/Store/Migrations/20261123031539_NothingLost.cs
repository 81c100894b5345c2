using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    public partial class NothingLost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OriginalSha256",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RevisionMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevisionMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SourceVersions",
                columns: table => new
                {
                    SourceFileId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    IngestedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceVersions", x => new { x.SourceFileId, x.Sha256 });
                    table.ForeignKey(
                        name: "FK_SourceVersions_SourceFiles_SourceFileId",
                        column: x => x.SourceFileId,
                        principalTable: "SourceFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_OriginalSha256",
                table: "Articles",
                column: "OriginalSha256",
                filter: "\"OriginalSha256\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RevisionMarks_Last",
                table: "RevisionMarks",
                column: "Last");

            migrationBuilder.CreateIndex(
                name: "IX_SourceVersions_Sha256",
                table: "SourceVersions",
                column: "Sha256");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RevisionMarks");

            migrationBuilder.DropTable(
                name: "SourceVersions");

            migrationBuilder.DropIndex(
                name: "IX_Articles_OriginalSha256",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "OriginalSha256",
                table: "Articles");
        }
    }
}
