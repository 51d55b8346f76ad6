using System.Reflection;
using System.Reflection.Emit;

namespace Samarkand.Tests.Layout;

/// <summary>The types that a type knows: in its declaration, in those of its members, and in what its methods do.</summary>
internal static class KnownTypes
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ushort)code.Value);

    public static HashSet<Type> Of(Type type)
    {
        var known = new HashSet<Type>();
        Add(type.BaseType);
        foreach (var face in type.GetInterfaces())
            Add(face);
        foreach (var field in type.GetFields(Declared))
            Add(field.FieldType);
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            Add((method as MethodInfo)?.ReturnType);
            foreach (var parameter in method.GetParameters())
                Add(parameter.ParameterType);
            if (method.GetMethodBody() is { } body)
                AddBody(method, body);
        }

        return known;

        void Add(Type? one)
        {
            if (one is null || one.IsGenericParameter || !known.Add(one))
                return;
            Add(one.HasElementType ? one.GetElementType() : one.DeclaringType);
            foreach (var argument in one.IsGenericType ? one.GetGenericArguments() : [])
                Add(argument);
        }

        void AddBody(MethodBase method, MethodBody body)
        {
            foreach (var local in body.LocalVariables)
                Add(local.LocalType);
            foreach (var member in Members(method, body))
            {
                Add(member as Type ?? member.DeclaringType);
                foreach (var argument in member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [])
                    Add(argument);
            }
        }
    }

    /// <summary>The types whose code calls a method: each as it is declared, whatever the compiler nests in it.</summary>
    public static IEnumerable<Type> Callers(MethodInfo called, IEnumerable<Type> types) =>
    [
        .. types.Where(type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
            .Any(method => method.GetMethodBody() is { } body && Members(method, body).Contains(called))).Select(Outermost).Distinct(),
    ];

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MemberInfo> Members(MethodBase method, MethodBody body)
    {
        var type = method.DeclaringType!;
        var arguments = (type.IsGenericType ? type.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
        return Tokens(body.GetILAsByteArray()!).Select(token => type.Module.ResolveMember(token, arguments.Item1, arguments.Item2)!);
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (ushort)(0xFE00 | code[at + 1]) : code[at];
            at += value > 0xFF ? 2 : 1;
            switch (Codes[value].OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at++;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + 4 * BitConverter.ToInt32(code, at);
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BitConverter.ToInt32(code, at);
                    at += 4;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }
}
