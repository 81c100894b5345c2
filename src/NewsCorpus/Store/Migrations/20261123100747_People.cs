using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_People_SurnameKey",
                table: "People");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ArticlePeople",
                table: "ArticlePeople");

            migrationBuilder.AddColumn<bool>(
                name: "IsEdited",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsNobody",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulesName",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulesSlug",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SplitFromId",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ComparedPerson",
                table: "Info",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "LinkedRevision",
                table: "Info",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "PersonId",
                table: "Corrections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NamedPersonId",
                table: "ArticlePeople",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsHidden",
                table: "ArticlePeople",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ArticlePeople",
                table: "ArticlePeople",
                columns: new[] { "ArticleId", "PersonId", "Role", "NamedPersonId" });

            migrationBuilder.CreateTable(
                name: "PersonLinks",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    NamedPersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Excerpt = table.Column<string>(type: "TEXT", nullable: true),
                    Start = table.Column<int>(type: "INTEGER", nullable: true),
                    End = table.Column<int>(type: "INTEGER", nullable: true),
                    GroundArticleId = table.Column<long>(type: "INTEGER", nullable: true),
                    Ground = table.Column<string>(type: "TEXT", nullable: true),
                    CorrectionId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLinks", x => new { x.ArticleId, x.NamedPersonId });
                    table.ForeignKey(
                        name: "FK_PersonLinks_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonLinks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonSpellings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonSpellings", x => new { x.Key, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "PersonSuggestions",
                columns: table => new
                {
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    OtherId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: true),
                    Excerpt = table.Column<string>(type: "TEXT", nullable: true),
                    IsRejected = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonSuggestions", x => new { x.PersonId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_PersonSuggestions_People_OtherId",
                        column: x => x.OtherId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonSuggestions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_People_MergedIntoId",
                table: "People",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_People_RulesSlug",
                table: "People",
                column: "RulesSlug",
                filter: "\"RulesSlug\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_People_SplitFromId",
                table: "People",
                column: "SplitFromId",
                filter: "\"SplitFromId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_People_SurnameKey_Key",
                table: "People",
                columns: new[] { "SurnameKey", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_PersonId",
                table: "Corrections",
                column: "PersonId",
                filter: "\"PersonId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ArticlePeople_NamedPersonId",
                table: "ArticlePeople",
                column: "NamedPersonId",
                filter: "\"NamedPersonId\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_PersonLinks_CorrectionId",
                table: "PersonLinks",
                column: "CorrectionId",
                filter: "\"CorrectionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PersonLinks_GroundArticleId",
                table: "PersonLinks",
                column: "GroundArticleId",
                filter: "\"GroundArticleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PersonLinks_NamedPersonId",
                table: "PersonLinks",
                column: "NamedPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonLinks_PersonId",
                table: "PersonLinks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonSuggestions_OtherId",
                table: "PersonSuggestions",
                column: "OtherId");

            migrationBuilder.AddForeignKey(
                name: "FK_Corrections_People_PersonId",
                table: "Corrections",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_People_People_MergedIntoId",
                table: "People",
                column: "MergedIntoId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_People_People_SplitFromId",
                table: "People",
                column: "SplitFromId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Corrections_People_PersonId",
                table: "Corrections");

            migrationBuilder.DropForeignKey(
                name: "FK_People_People_MergedIntoId",
                table: "People");

            migrationBuilder.DropForeignKey(
                name: "FK_People_People_SplitFromId",
                table: "People");

            migrationBuilder.DropTable(
                name: "PersonLinks");

            migrationBuilder.DropTable(
                name: "PersonSpellings");

            migrationBuilder.DropTable(
                name: "PersonSuggestions");

            migrationBuilder.DropIndex(
                name: "IX_People_MergedIntoId",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_RulesSlug",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_SplitFromId",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_SurnameKey_Key",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Corrections_PersonId",
                table: "Corrections");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ArticlePeople",
                table: "ArticlePeople");

            migrationBuilder.DropIndex(
                name: "IX_ArticlePeople_NamedPersonId",
                table: "ArticlePeople");

            migrationBuilder.DropColumn(
                name: "IsEdited",
                table: "People");

            migrationBuilder.DropColumn(
                name: "IsNobody",
                table: "People");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "People");

            migrationBuilder.DropColumn(
                name: "RulesName",
                table: "People");

            migrationBuilder.DropColumn(
                name: "RulesSlug",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SplitFromId",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ComparedPerson",
                table: "Info");

            migrationBuilder.DropColumn(
                name: "LinkedRevision",
                table: "Info");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "NamedPersonId",
                table: "ArticlePeople");

            migrationBuilder.DropColumn(
                name: "IsHidden",
                table: "ArticlePeople");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ArticlePeople",
                table: "ArticlePeople",
                columns: new[] { "ArticleId", "PersonId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_People_SurnameKey",
                table: "People",
                column: "SurnameKey");
        }
    }
}
