using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).ValueGeneratedNever();
        builder.Property(row => row.Actor).HasMaxLength(100);
        builder.Property(row => row.Action).HasMaxLength(100);
        builder.Property(row => row.ObjectKind).HasMaxLength(100);
        builder.Property(row => row.ObjectId).HasMaxLength(200);
        builder.Property(row => row.PreviousHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.Hash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(row => new { row.ObjectKind, row.ObjectId });
    }
}
