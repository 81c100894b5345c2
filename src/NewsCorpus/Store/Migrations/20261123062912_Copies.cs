using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    public partial class Copies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CopySignature",
                table: "Info",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "StoryId",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CopyKeyPages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Pairs = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CopyKeyPages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CopyKeyRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Pairs = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstPage = table.Column<long>(type: "INTEGER", nullable: false),
                    Fences = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Filter = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CopyKeyRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CopyLinks",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Similarity = table.Column<double>(type: "REAL", nullable: false),
                    Containment = table.Column<double>(type: "REAL", nullable: false),
                    Groups = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CopyLinks", x => new { x.ArticleId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_CopyLinks_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CopyLinks_Articles_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CopyTasks",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsAnew = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CopyTasks", x => x.ArticleId);
                });

            migrationBuilder.CreateTable(
                name: "Fingerprints",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fingerprints", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_Fingerprints_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_StoryId",
                table: "Articles",
                column: "StoryId",
                filter: "\"StoryId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CopyLinks_OtherId",
                table: "CopyLinks",
                column: "OtherId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CopyKeyPages");

            migrationBuilder.DropTable(
                name: "CopyKeyRuns");

            migrationBuilder.DropTable(
                name: "CopyLinks");

            migrationBuilder.DropTable(
                name: "CopyTasks");

            migrationBuilder.DropTable(
                name: "Fingerprints");

            migrationBuilder.DropIndex(
                name: "IX_Articles_StoryId",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "CopySignature",
                table: "Info");

            migrationBuilder.DropColumn(
                name: "StoryId",
                table: "Articles");
        }
    }
}
