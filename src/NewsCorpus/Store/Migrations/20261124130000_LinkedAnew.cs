using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsCorpus.Store.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(CorpusDbContext))]
    [Migration("20261124130000_LinkedAnew")]
    public partial class LinkedAnew : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // All names are looked at once more: the next linking knows people by their company, and by who is seen in an office by far the most.
            migrationBuilder.Sql("UPDATE \"Info\" SET \"LinkedRevision\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
