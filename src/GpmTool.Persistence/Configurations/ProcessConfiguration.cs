using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class ProcessConfiguration : IEntityTypeConfiguration<Process>
{
    public void Configure(EntityTypeBuilder<Process> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(300);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.Property(row => row.Description).HasMaxLength(4000);
        builder.Property(row => row.Trigger).HasMaxLength(1000);
        builder.Property(row => row.Result).HasMaxLength(1000);
        builder.Property(row => row.Owner).HasMaxLength(300);
        builder.Property(row => row.LeikaKey).HasMaxLength(40);
        builder.Property(row => row.SearchText).HasMaxLength(4000);
        builder.HasOne<PolicyField>().WithMany().HasForeignKey(row => row.PolicyFieldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProcessGroup>().WithMany().HasForeignKey(row => row.ProcessGroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.Name);
    }
}
