using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GpmTool.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Comparisons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DraftRevisions",
                columns: table => new
                {
                    ModelVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Encoding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftRevisions", x => new { x.ModelVersionId, x.Revision });
                    table.ForeignKey(
                        name: "FK_DraftRevisions_ModelVersions_ModelVersionId",
                        column: x => x.ModelVersionId,
                        principalTable: "ModelVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FieldTerms",
                columns: table => new
                {
                    PolicyFieldId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldTerms", x => x.PolicyFieldId);
                    table.ForeignKey(
                        name: "FK_FieldTerms_PolicyFields_PolicyFieldId",
                        column: x => x.PolicyFieldId,
                        principalTable: "PolicyFields",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PinSets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PinSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PinSets_Models_FirstModelId",
                        column: x => x.FirstModelId,
                        principalTable: "Models",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PinSets_Models_SecondModelId",
                        column: x => x.SecondModelId,
                        principalTable: "Models",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ElementPins",
                columns: table => new
                {
                    PinSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstElementId = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SecondElementId = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsSame = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstContentHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    SecondContentHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElementPins", x => new { x.PinSetId, x.Number });
                    table.ForeignKey(
                        name: "FK_ElementPins_PinSets_PinSetId",
                        column: x => x.PinSetId,
                        principalTable: "PinSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ElementPins_StoredContents_FirstContentHash",
                        column: x => x.FirstContentHash,
                        principalTable: "StoredContents",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ElementPins_StoredContents_SecondContentHash",
                        column: x => x.SecondContentHash,
                        principalTable: "StoredContents",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ElementPins_FirstContentHash",
                table: "ElementPins",
                column: "FirstContentHash");

            migrationBuilder.CreateIndex(
                name: "IX_ElementPins_SecondContentHash",
                table: "ElementPins",
                column: "SecondContentHash");

            migrationBuilder.CreateIndex(
                name: "IX_PinSets_FirstModelId_SecondModelId",
                table: "PinSets",
                columns: new[] { "FirstModelId", "SecondModelId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PinSets_SecondModelId",
                table: "PinSets",
                column: "SecondModelId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DraftRevisions");

            migrationBuilder.DropTable(
                name: "ElementPins");

            migrationBuilder.DropTable(
                name: "FieldTerms");

            migrationBuilder.DropTable(
                name: "PinSets");
        }
    }
}
