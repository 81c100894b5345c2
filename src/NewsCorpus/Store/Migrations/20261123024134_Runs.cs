using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    public partial class Runs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "SourceFiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Charset",
                table: "SourceFiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ActiveSeconds",
                table: "Runs",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Cursor",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DryRun",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "FilesFound",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Select",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Wish",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RunChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RunChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RunChanges_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_State",
                table: "Runs",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_RunChanges_RunId",
                table: "RunChanges",
                column: "RunId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RunChanges");

            migrationBuilder.DropIndex(
                name: "IX_Runs_State",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "SourceFiles");

            migrationBuilder.DropColumn(
                name: "Charset",
                table: "SourceFiles");

            migrationBuilder.DropColumn(
                name: "ActiveSeconds",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Bytes",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Cursor",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "DryRun",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "FilesFound",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Select",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Wish",
                table: "Runs");
        }
    }
}
