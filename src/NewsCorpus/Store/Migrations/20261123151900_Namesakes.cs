using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    public partial class Namesakes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SplitRule",
                table: "People",
                type: "TEXT",
                nullable: true);

            // All names are looked at once more: the next linking tells those of one name apart.
            migrationBuilder.Sql("UPDATE \"Info\" SET \"LinkedRevision\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SplitRule",
                table: "People");
        }
    }
}
