using CsCheck;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Tests.Cases;

/// <summary>Any text is read or refused with a place, and nothing else happens.</summary>
public class CaseReaderFuzzTests
{
    private const string Pieces = "\n :-,[]{}#&*!|>'\"%@`?\t0aé\u0001";

    /// <summary>Whatever is done to a text, it is read or refused with a place, and nothing else happens.</summary>
    [Fact]
    public void NoTextMakesTheReaderFail()
    {
        var edits = Gen.Select(Gen.Int[0, CaseReaderTests.Everything.Length - 1], Gen.Int[0, 3], Gen.Int[0, Pieces.Length - 1]).Array[1, 4];
        edits.Sample(
            all =>
            {
                var text = CaseReaderTests.Everything;
                foreach (var (at, removed, piece) in all)
                {
                    var start = Math.Min(at, text.Length);
                    text = text[..start] + Pieces[piece] + text[Math.Min(start + removed, text.Length)..];
                }

                ReadOrRefuse(text);
            },
            iter: 3000);
    }

    /// <summary>The same for what is hardly YAML at all.</summary>
    [Fact]
    public void NoHeapOfSignsMakesTheReaderFail() => Gen.Int[0, Pieces.Length - 1].Array[1, 8].Sample(
        signs => ReadOrRefuse(string.Concat(signs.Select(sign => Pieces[sign]))),
        iter: 20_000);

    [Theory]
    [InlineData("!![")]
    [InlineData("- : b")]
    [InlineData("x: y *z")]
    public void NorDoTextsThatOnceDid(string text) => ReadOrRefuse(text);

    private static void ReadOrRefuse(string text)
    {
        try
        {
            _ = CaseSource.FromText(text, Yaml.Source).Case;
        }
        catch (InputException error)
        {
            Assert.All(error.Problems, problem => Assert.True(problem.Line > 0 && problem.Column > 0, problem.ToString()));
        }
    }
}
