using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace GpmTool.Model;

/// <summary>
/// An immutable list that compares by its members, so that records holding one compare by value.
/// The default value is the empty list: a member that is absent in a document needs no special case.
/// </summary>
/// <typeparam name="T">The type of the members.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListConverterFactory))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    internal ValueList(T[] items) => _items = items;

    private T[] Items => _items ?? [];

    /// <inheritdoc />
    public int Count => _items?.Length ?? 0;

    /// <summary>Whether the list has no members.</summary>
    public bool IsEmpty => Count == 0;

    /// <inheritdoc />
    public T this[int index] => Items[index];

    /// <summary>The members as a span, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>This list with <paramref name="item"/> at the end.</summary>
    public ValueList<T> Add(T item) => new([.. Items, item]);

    /// <summary>This list with <paramref name="items"/> at the end.</summary>
    public ValueList<T> AddRange(IEnumerable<T> items) => new([.. Items, .. items]);

    /// <summary>This list without the members that satisfy <paramref name="predicate"/>.</summary>
    public ValueList<T> RemoveAll(Func<T, bool> predicate) => new([.. Items.Where(item => !predicate(item))]);

    /// <summary>This list with every member replaced by what <paramref name="change"/> makes of it.</summary>
    public ValueList<T> ConvertAll(Func<T, T> change) => new([.. Items.Select(change)]);

    /// <inheritdoc />
    public bool Equals(ValueList<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Whether both lists hold equal members in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether the lists differ.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Enumerates the members in order.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes <see cref="ValueList{T}"/>s.</summary>
public static class ValueList
{
    /// <summary>The list of the given members (a copy is taken).</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());

    /// <summary>The list of the given members.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        var array = items.ToArray();
        return array.Length == 0 ? default : new(array);
    }
}
