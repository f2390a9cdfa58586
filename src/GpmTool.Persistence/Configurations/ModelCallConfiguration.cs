using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class ModelCallConfiguration : IEntityTypeConfiguration<ModelCall>
{
    public void Configure(EntityTypeBuilder<ModelCall> builder)
    {
        builder.HasKey(row => new { row.ModelVersionId, row.ElementId });
        builder.Property(row => row.ElementId).HasMaxLength(300);
        builder.Property(row => row.CalledProcessKey).HasMaxLength(100);
        builder.HasOne<ModelVersion>().WithMany().HasForeignKey(row => row.ModelVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.CalledProcessKey);
    }
}
