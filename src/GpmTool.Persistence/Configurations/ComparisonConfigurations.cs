using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class PinSetConfiguration : IEntityTypeConfiguration<PinSet>
{
    public void Configure(EntityTypeBuilder<PinSet> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.ChangedBy).HasMaxLength(100);
        builder.HasOne<ProcessModel>().WithMany().HasForeignKey(row => row.FirstModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProcessModel>().WithMany().HasForeignKey(row => row.SecondModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.FirstModelId, row.SecondModelId }).IsUnique();
    }
}

internal sealed class ElementPinConfiguration : IEntityTypeConfiguration<ElementPin>
{
    public void Configure(EntityTypeBuilder<ElementPin> builder)
    {
        builder.HasKey(row => new { row.PinSetId, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.FirstElementId).HasMaxLength(300);
        builder.Property(row => row.SecondElementId).HasMaxLength(300);
        builder.Property(row => row.FirstContentHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.SecondContentHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.Property(row => row.DecidedBy).HasMaxLength(100);
        builder.HasOne<PinSet>().WithMany().HasForeignKey(row => row.PinSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredContent>().WithMany().HasForeignKey(row => row.FirstContentHash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredContent>().WithMany().HasForeignKey(row => row.SecondContentHash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldTermsConfiguration : IEntityTypeConfiguration<FieldTerms>
{
    public void Configure(EntityTypeBuilder<FieldTerms> builder)
    {
        builder.HasKey(row => row.PolicyFieldId);
        builder.Property(row => row.PolicyFieldId).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.ChangedBy).HasMaxLength(100);
        builder.HasOne<PolicyField>().WithMany().HasForeignKey(row => row.PolicyFieldId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DraftRevisionConfiguration : IEntityTypeConfiguration<DraftRevision>
{
    public void Configure(EntityTypeBuilder<DraftRevision> builder)
    {
        builder.HasKey(row => new { row.ModelVersionId, row.Revision });
        builder.Property(row => row.Revision).ValueGeneratedNever();
        builder.Property(row => row.ContentHash).HasMaxLength(32).IsFixedLength();
        builder.HasOne<ModelVersion>().WithMany().HasForeignKey(row => row.ModelVersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
