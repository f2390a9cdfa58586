using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.ObjectKind).HasMaxLength(40);
        builder.Property(row => row.ObjectId).HasMaxLength(100);
        builder.Property(row => row.Link).HasMaxLength(500);
        builder.Property(row => row.ArgumentsJson).HasMaxLength(2000);
        builder.Property(row => row.OnceKey).HasMaxLength(300);
        builder.Property(row => row.MailProblem).HasMaxLength(200);
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.OnceKey).IsUnique();
        builder.HasIndex(row => new { row.AccountId, row.CreatedAt });
        builder.HasIndex(row => new { row.MailState, row.MailAt });
    }
}

internal sealed class NotificationSettingsConfiguration : IEntityTypeConfiguration<NotificationSettings>
{
    public void Configure(EntityTypeBuilder<NotificationSettings> builder)
    {
        builder.HasKey(row => row.AccountId);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Language).HasMaxLength(2).IsFixedLength();
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
