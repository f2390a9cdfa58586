using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class ProcessModelConfiguration : IEntityTypeConfiguration<ProcessModel>
{
    public void Configure(EntityTypeBuilder<ProcessModel> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Name).HasMaxLength(300);
        builder.Property(row => row.OwnerKey).HasMaxLength(100);
        builder.HasOne<Process>().WithMany().HasForeignKey(row => row.ProcessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Authority>().WithMany().HasForeignKey(row => row.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.ProcessId, row.Stage, row.OwnerKey }).IsUnique();
    }
}
