using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.PolicyFieldName).HasMaxLength(300);
        builder.Property(row => row.ProcessKey).HasMaxLength(100);
        builder.Property(row => row.ProcessName).HasMaxLength(300);
        builder.Property(row => row.OpenedBy).HasMaxLength(100);
        builder.Property(row => row.ConcludedBy).HasMaxLength(100);
        builder.Property(row => row.Remark).HasMaxLength(4000);
        builder.HasOne<ProcessModel>().WithMany().HasForeignKey(row => row.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PolicyField>().WithMany().HasForeignKey(row => row.PolicyFieldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.OpenForModelId).IsUnique();
        builder.HasIndex(row => new { row.State, row.Deadline });
    }
}

internal sealed class ReviewRoundConfiguration : IEntityTypeConfiguration<ReviewRound>
{
    public void Configure(EntityTypeBuilder<ReviewRound> builder)
    {
        builder.HasKey(row => new { row.ReviewId, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.ContentHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.Note).HasMaxLength(4000);
        builder.Property(row => row.OpenedBy).HasMaxLength(100);
        builder.HasOne<Review>().WithMany().HasForeignKey(row => row.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ModelVersion>().WithMany().HasForeignKey(row => row.ModelVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredContent>().WithMany().HasForeignKey(row => row.ContentHash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewAuthorityConfiguration : IEntityTypeConfiguration<ReviewAuthority>
{
    public void Configure(EntityTypeBuilder<ReviewAuthority> builder)
    {
        builder.HasKey(row => new { row.ReviewId, row.AuthorityId });
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(300);
        builder.HasOne<Review>().WithMany().HasForeignKey(row => row.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Authority>().WithMany().HasForeignKey(row => row.AuthorityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewComparisonConfiguration : IEntityTypeConfiguration<ReviewComparison>
{
    public void Configure(EntityTypeBuilder<ReviewComparison> builder)
    {
        builder.HasKey(row => new { row.ReviewId, row.Round, row.Name });
        builder.Property(row => row.Round).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.HasOne<ReviewRound>().WithMany().HasForeignKey(row => new { row.ReviewId, row.Round }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewPositionConfiguration : IEntityTypeConfiguration<ReviewPosition>
{
    public void Configure(EntityTypeBuilder<ReviewPosition> builder)
    {
        builder.HasKey(row => new { row.ReviewId, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(4000);
        builder.Property(row => row.Comparison).HasMaxLength(100);
        builder.Property(row => row.Digest).HasMaxLength(64);
        builder.Property(row => row.SignedBy).HasMaxLength(100);
        builder.HasOne<ReviewRound>().WithMany().HasForeignKey(row => new { row.ReviewId, row.Round }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReviewAuthority>().WithMany().HasForeignKey(row => new { row.ReviewId, row.AuthorityId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewThreadConfiguration : IEntityTypeConfiguration<ReviewThread>
{
    public void Configure(EntityTypeBuilder<ReviewThread> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.ElementId).HasMaxLength(300);
        builder.Property(row => row.Comparison).HasMaxLength(100);
        builder.Property(row => row.Digest).HasMaxLength(64);
        builder.Property(row => row.ResolvedBy).HasMaxLength(100);
        builder.HasOne<ReviewRound>().WithMany().HasForeignKey(row => new { row.ReviewId, row.Round }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.ReviewId, row.CreatedAt });
    }
}

internal sealed class ReviewCommentConfiguration : IEntityTypeConfiguration<ReviewComment>
{
    public void Configure(EntityTypeBuilder<ReviewComment> builder)
    {
        builder.HasKey(row => new { row.ThreadId, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(10_000);
        builder.Property(row => row.MentionsJson).HasMaxLength(4000);
        builder.Property(row => row.WrittenBy).HasMaxLength(100);
        builder.HasOne<ReviewThread>().WithMany().HasForeignKey(row => row.ThreadId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuestLinkConfiguration : IEntityTypeConfiguration<GuestLink>
{
    public void Configure(EntityTypeBuilder<GuestLink> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.SecretHash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(row => row.SecretHash).IsUnique();
        builder.HasOne<Review>().WithMany().HasForeignKey(row => row.ReviewId).OnDelete(DeleteBehavior.Restrict);
    }
}
