using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GpmTool.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "InForceNumber",
                table: "Models",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FieldQuorums",
                columns: table => new
                {
                    PolicyFieldId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RuleJson = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldQuorums", x => x.PolicyFieldId);
                    table.ForeignKey(
                        name: "FK_FieldQuorums_PolicyFields_PolicyFieldId",
                        column: x => x.PolicyFieldId,
                        principalTable: "PolicyFields",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyFieldId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyFieldName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ProcessKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProcessName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: false),
                    QuorumJson = table.Column<string>(type: "TEXT", nullable: true),
                    OpenForModelId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ConcludedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConcludedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Models_ModelId",
                        column: x => x.ModelId,
                        principalTable: "Models",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reviews_PolicyFields_PolicyFieldId",
                        column: x => x.PolicyFieldId,
                        principalTable: "PolicyFields",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SollLifeCycles",
                columns: table => new
                {
                    ModelVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LastTransition = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResubmissionOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SollLifeCycles", x => x.ModelVersionId);
                    table.ForeignKey(
                        name: "FK_SollLifeCycles_ModelVersions_ModelVersionId",
                        column: x => x.ModelVersionId,
                        principalTable: "ModelVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SollLifeCycles_Models_ModelId",
                        column: x => x.ModelId,
                        principalTable: "Models",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuestLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuestLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuestLinks_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewAuthorities",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewAuthorities", x => new { x.ReviewId, x.AuthorityId });
                    table.ForeignKey(
                        name: "FK_ReviewAuthorities_Authorities_AuthorityId",
                        column: x => x.AuthorityId,
                        principalTable: "Authorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewAuthorities_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewRounds",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ModelVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewRounds", x => new { x.ReviewId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReviewRounds_ModelVersions_ModelVersionId",
                        column: x => x.ModelVersionId,
                        principalTable: "ModelVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewRounds_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewRounds_StoredContents_ContentHash",
                        column: x => x.ContentHash,
                        principalTable: "StoredContents",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SollOutcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModelVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Expected = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Observed = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    NextNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SollOutcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SollOutcomes_SollLifeCycles_ModelVersionId",
                        column: x => x.ModelVersionId,
                        principalTable: "SollLifeCycles",
                        principalColumn: "ModelVersionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SollTransitions",
                columns: table => new
                {
                    ModelVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SollTransitions", x => new { x.ModelVersionId, x.Number });
                    table.ForeignKey(
                        name: "FK_SollTransitions_SollLifeCycles_ModelVersionId",
                        column: x => x.ModelVersionId,
                        principalTable: "SollLifeCycles",
                        principalColumn: "ModelVersionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewComparisons",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AuthorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Similarity = table.Column<double>(type: "REAL", nullable: false),
                    Differences = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Whole = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Bare = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewComparisons", x => new { x.ReviewId, x.Round, x.Name });
                    table.ForeignKey(
                        name: "FK_ReviewComparisons_ReviewRounds_ReviewId_Round",
                        columns: x => new { x.ReviewId, x.Round },
                        principalTable: "ReviewRounds",
                        principalColumns: new[] { "ReviewId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewPositions",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Comparison = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Key = table.Column<string>(type: "TEXT", nullable: true),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SignedAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPositions", x => new { x.ReviewId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReviewPositions_ReviewAuthorities_ReviewId_AuthorityId",
                        columns: x => new { x.ReviewId, x.AuthorityId },
                        principalTable: "ReviewAuthorities",
                        principalColumns: new[] { "ReviewId", "AuthorityId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewPositions_ReviewRounds_ReviewId_Round",
                        columns: x => new { x.ReviewId, x.Round },
                        principalTable: "ReviewRounds",
                        principalColumns: new[] { "ReviewId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewThreads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ElementId = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ElementName = table.Column<string>(type: "TEXT", nullable: true),
                    Comparison = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Key = table.Column<string>(type: "TEXT", nullable: true),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastComment = table.Column<int>(type: "INTEGER", nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewThreads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewThreads_ReviewRounds_ReviewId_Round",
                        columns: x => new { x.ReviewId, x.Round },
                        principalTable: "ReviewRounds",
                        principalColumns: new[] { "ReviewId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewComments",
                columns: table => new
                {
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    MentionsJson = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WrittenAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewComments", x => new { x.ThreadId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReviewComments_ReviewThreads_ThreadId",
                        column: x => x.ThreadId,
                        principalTable: "ReviewThreads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GuestLinks_ReviewId",
                table: "GuestLinks",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_GuestLinks_SecretHash",
                table: "GuestLinks",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewAuthorities_AuthorityId",
                table: "ReviewAuthorities",
                column: "AuthorityId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPositions_ReviewId_AuthorityId",
                table: "ReviewPositions",
                columns: new[] { "ReviewId", "AuthorityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPositions_ReviewId_Round",
                table: "ReviewPositions",
                columns: new[] { "ReviewId", "Round" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRounds_ContentHash",
                table: "ReviewRounds",
                column: "ContentHash");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRounds_ModelVersionId",
                table: "ReviewRounds",
                column: "ModelVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_ModelId",
                table: "Reviews",
                column: "ModelId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_OpenForModelId",
                table: "Reviews",
                column: "OpenForModelId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_PolicyFieldId",
                table: "Reviews",
                column: "PolicyFieldId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_State_Deadline",
                table: "Reviews",
                columns: new[] { "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewThreads_ReviewId_CreatedAt",
                table: "ReviewThreads",
                columns: new[] { "ReviewId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewThreads_ReviewId_Round",
                table: "ReviewThreads",
                columns: new[] { "ReviewId", "Round" });

            migrationBuilder.CreateIndex(
                name: "IX_SollLifeCycles_ModelId",
                table: "SollLifeCycles",
                column: "ModelId");

            migrationBuilder.CreateIndex(
                name: "IX_SollLifeCycles_ResubmissionOn",
                table: "SollLifeCycles",
                column: "ResubmissionOn");

            migrationBuilder.CreateIndex(
                name: "IX_SollOutcomes_ModelVersionId",
                table: "SollOutcomes",
                column: "ModelVersionId");

            // What was published before there was a life cycle: the newest publication of a process is published, older ones are superseded.
            migrationBuilder.Sql(
                """
                INSERT INTO SollLifeCycles (ModelVersionId, ModelId, State, LastTransition, Version)
                SELECT p.ModelVersionId, v.ModelId, CASE WHEN EXISTS (SELECT 1 FROM Publications n WHERE n.ProcessId = p.ProcessId AND n.Number > p.Number) THEN 'Superseded' ELSE 'Published' END, 0, 1
                FROM Publications p INNER JOIN ModelVersions v ON v.Id = p.ModelVersionId;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FieldQuorums");

            migrationBuilder.DropTable(
                name: "GuestLinks");

            migrationBuilder.DropTable(
                name: "ReviewComments");

            migrationBuilder.DropTable(
                name: "ReviewComparisons");

            migrationBuilder.DropTable(
                name: "ReviewPositions");

            migrationBuilder.DropTable(
                name: "SollOutcomes");

            migrationBuilder.DropTable(
                name: "SollTransitions");

            migrationBuilder.DropTable(
                name: "ReviewThreads");

            migrationBuilder.DropTable(
                name: "ReviewAuthorities");

            migrationBuilder.DropTable(
                name: "SollLifeCycles");

            migrationBuilder.DropTable(
                name: "ReviewRounds");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropColumn(
                name: "InForceNumber",
                table: "Models");
        }
    }
}
