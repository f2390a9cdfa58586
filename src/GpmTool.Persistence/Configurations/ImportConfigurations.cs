using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class ImportJobConfiguration : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.ProcessKey).HasMaxLength(100);
        builder.Property(row => row.AuthorityKey).HasMaxLength(100);
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.Property(row => row.IdempotencyKey).HasMaxLength(200);
        builder.Property(row => row.RequestHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.CreatedBy).HasMaxLength(100);
        builder.Property(row => row.LeaseOwner).HasMaxLength(100);
        builder.HasIndex(row => row.IdempotencyKey).IsUnique();
        builder.HasIndex(row => row.State);
    }
}

internal sealed class ImportChunkConfiguration : IEntityTypeConfiguration<ImportChunk>
{
    public void Configure(EntityTypeBuilder<ImportChunk> builder)
    {
        builder.HasKey(row => new { row.JobId, row.Number });
        builder.HasOne<ImportJob>().WithMany().HasForeignKey(row => row.JobId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportItemConfiguration : IEntityTypeConfiguration<ImportItem>
{
    public void Configure(EntityTypeBuilder<ImportItem> builder)
    {
        builder.HasKey(row => new { row.JobId, row.Number });
        builder.Property(row => row.Path).HasMaxLength(1000);
        builder.Property(row => row.ObjectId).HasMaxLength(100);
        builder.HasOne<ImportJob>().WithMany().HasForeignKey(row => row.JobId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.JobId, row.Outcome });
    }
}
