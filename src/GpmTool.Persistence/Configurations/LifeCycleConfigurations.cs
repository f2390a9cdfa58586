using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class SollLifeCycleConfiguration : IEntityTypeConfiguration<SollLifeCycle>
{
    public void Configure(EntityTypeBuilder<SollLifeCycle> builder)
    {
        builder.HasKey(row => row.ModelVersionId);
        builder.Property(row => row.ModelVersionId).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<ModelVersion>().WithMany().HasForeignKey(row => row.ModelVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProcessModel>().WithMany().HasForeignKey(row => row.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.ModelId);
        builder.HasIndex(row => row.ResubmissionOn);
    }
}

internal sealed class SollTransitionConfiguration : IEntityTypeConfiguration<SollTransition>
{
    public void Configure(EntityTypeBuilder<SollTransition> builder)
    {
        builder.HasKey(row => new { row.ModelVersionId, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(4000);
        builder.Property(row => row.By).HasMaxLength(100);
        builder.HasOne<SollLifeCycle>().WithMany().HasForeignKey(row => row.ModelVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SollOutcomeConfiguration : IEntityTypeConfiguration<SollOutcome>
{
    public void Configure(EntityTypeBuilder<SollOutcome> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Expected).HasMaxLength(4000);
        builder.Property(row => row.Observed).HasMaxLength(4000);
        builder.Property(row => row.By).HasMaxLength(100);
        builder.HasOne<SollLifeCycle>().WithMany().HasForeignKey(row => row.ModelVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldQuorumConfiguration : IEntityTypeConfiguration<FieldQuorum>
{
    public void Configure(EntityTypeBuilder<FieldQuorum> builder)
    {
        builder.HasKey(row => row.PolicyFieldId);
        builder.Property(row => row.PolicyFieldId).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.ChangedBy).HasMaxLength(100);
        builder.HasOne<PolicyField>().WithMany().HasForeignKey(row => row.PolicyFieldId).OnDelete(DeleteBehavior.Restrict);
    }
}
