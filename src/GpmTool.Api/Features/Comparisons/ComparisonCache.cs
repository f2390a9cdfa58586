using Microsoft.Extensions.Caching.Memory;

namespace GpmTool.Api.Features.Comparisons;

/// <summary>
/// What was worked out before, in memory and bounded. Keys are made of contents' hashes and of all that takes part in the result, so
/// nothing here is ever outdated; what is not asked for gives way.
/// </summary>
internal sealed class ComparisonCache(ComparisonSettings settings) : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Math.Max(1, settings.CacheMegabytes) * 1024L * 1024 });

    private long _hits;

    /// <summary>How many results were found here.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>What is remembered under a key.</summary>
    public T? Find<T>(string key)
        where T : class
    {
        if (!_cache.TryGetValue(key, out T? known)) return null;
        Interlocked.Increment(ref _hits);
        return known;
    }

    /// <summary>Remembers a value, with its size in bytes, roughly.</summary>
    public T Keep<T>(string key, T value, long bytes)
        where T : class =>
        _cache.Set(key, value, new MemoryCacheEntryOptions { Size = Math.Max(1, bytes), SlidingExpiration = TimeSpan.FromHours(2) });

    /// <summary>What is remembered under a key, else what <paramref name="make"/> gives, with its size.</summary>
    public async Task<T> GetAsync<T>(string key, Func<Task<(T Value, long Bytes)>> make)
        where T : class
    {
        if (Find<T>(key) is { } known) return known;
        var (value, bytes) = await make();
        return Keep(key, value, bytes);
    }

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();
}
