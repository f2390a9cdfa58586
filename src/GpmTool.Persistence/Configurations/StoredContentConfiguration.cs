using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GpmTool.Persistence;

internal sealed class StoredContentConfiguration : IEntityTypeConfiguration<StoredContent>
{
    public void Configure(EntityTypeBuilder<StoredContent> builder)
    {
        builder.HasKey(row => row.Hash);
        builder.Property(row => row.Hash).HasMaxLength(32).IsFixedLength();
    }
}
