using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.LogInName).HasMaxLength(256);
        builder.Property(row => row.NormalizedLogInName).HasMaxLength(256);
        builder.Property(row => row.ExternalLogIn).HasMaxLength(400);
        builder.HasIndex(row => row.ExternalLogIn).IsUnique();
        builder.Property(row => row.PasswordHash).HasMaxLength(500);
        builder.Property(row => row.SecurityStamp).HasMaxLength(100);
        builder.Property(row => row.InvitationHash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(row => row.NormalizedLogInName).IsUnique();
        builder.HasIndex(row => row.InvitationHash);
    }
}

internal sealed class RoleGrantConfiguration : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Authority>().WithMany().HasForeignKey(row => row.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PolicyField>().WithMany().HasForeignKey(row => row.PolicyFieldId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Prefix).HasMaxLength(20);
        builder.Property(row => row.SecretHash).HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.Scopes).HasMaxLength(200);
        builder.HasIndex(row => row.Prefix).IsUnique();
        builder.HasOne<Authority>().WithMany().HasForeignKey(row => row.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PolicyField>().WithMany().HasForeignKey(row => row.PolicyFieldId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActorNameConfiguration : IEntityTypeConfiguration<ActorName>
{
    public void Configure(EntityTypeBuilder<ActorName> builder)
    {
        builder.HasKey(row => row.ActorId);
        builder.Property(row => row.ActorId).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(200);
    }
}
