using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class ModelVersionConfiguration : IEntityTypeConfiguration<ModelVersion>
{
    public void Configure(EntityTypeBuilder<ModelVersion> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.Property(row => row.CreatedBy).HasMaxLength(100);
        builder.Property(row => row.FrozenBy).HasMaxLength(100);
        builder.Property(row => row.ContentHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.ModelHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.ShapeHash).HasMaxLength(32).IsFixedLength();
        builder.HasOne<ProcessModel>().WithMany().HasForeignKey(row => row.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.ModelId, row.Number }).IsUnique();
        builder.HasIndex(row => row.DraftOfModelId).IsUnique();
        builder.HasIndex(row => row.ModelHash);
    }
}
