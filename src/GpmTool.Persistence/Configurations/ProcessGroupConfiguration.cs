using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class ProcessGroupConfiguration : IEntityTypeConfiguration<ProcessGroup>
{
    public void Configure(EntityTypeBuilder<ProcessGroup> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(300);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.Property(row => row.Description).HasMaxLength(4000);
        builder.Property(row => row.Standard).HasMaxLength(100);
        builder.HasOne<PolicyField>().WithMany().HasForeignKey(row => row.PolicyFieldId).OnDelete(DeleteBehavior.Restrict);
    }
}
