using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GpmTool.Architecture.Tests;

/// <summary>What a compiled assembly really uses, read from its metadata without loading it.</summary>
internal sealed record BuiltAssembly(string[] References, string[] Members)
{
    public static BuiltAssembly Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        File.Exists(path).ShouldBeTrue($"{name}.dll must lie beside the tests: has the assembly another name than the table says?");

        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new(
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))],
            [.. metadata.MemberReferences.Select(handle => Describe(metadata, metadata.GetMemberReference(handle)))]);
    }

    /// <summary>"Namespace.Type.Member"; members of generic types are left with their name alone.</summary>
    private static string Describe(MetadataReader metadata, MemberReference member)
    {
        var name = metadata.GetString(member.Name);
        if (member.Parent.Kind != HandleKind.TypeReference)
            return name;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{name}";
    }
}
