using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.PackageHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.Property(row => row.PublishedBy).HasMaxLength(100);
        builder.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ModelVersion>().WithMany().HasForeignKey(row => row.ModelVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredContent>().WithMany().HasForeignKey(row => row.PackageHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.ModelVersionId).IsUnique();
        builder.HasIndex(row => new { row.ProcessId, row.Number }).IsUnique();
    }
}
