using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    public partial class OpenDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "ArticleId",
                table: "RunChanges",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<int>(
                name: "DateHabit",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DateOrder",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Articles_OutletId_DateHabit",
                table: "Articles",
                columns: new[] { "OutletId", "DateHabit" },
                filter: "\"DateHabit\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_OutletId_DateOrder",
                table: "Articles",
                columns: new[] { "OutletId", "DateOrder" },
                filter: "\"DateOrder\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Articles_OutletId_DateHabit",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_OutletId_DateOrder",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "DateHabit",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "DateOrder",
                table: "Articles");

            migrationBuilder.AlterColumn<long>(
                name: "ArticleId",
                table: "RunChanges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
