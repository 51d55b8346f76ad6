using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Estimation.Formulas;

/// <summary>Reads formulas, and says where one is wrong.</summary>
internal sealed class FormulaReader
{
    private const string Example = "write it as in \"trade ~ ln(dist) + rta | exporter^year + importer^year\"";

    private static readonly string[] Functions = ["ln", "log", "log10", "exp", "sqrt", "abs", "asinh", "I"];

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _at;

    private FormulaReader(string text) => (_text, _tokens) = (text, Split(text));

    /// <summary>Reads a formula.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static Formula Read(string text)
    {
        var reader = new FormulaReader(text);
        var response = reader.Expression();
        reader.Expect("~", "between what is explained and what explains it");
        var terms = ImmutableArray.CreateBuilder<Term>();
        if (reader.IsNumber("1") || reader.IsNumber("0"))
            reader._at++;
        else
            terms.Add(reader.Expression());
        while (reader.Takes("+"))
            terms.Add(reader.Expression());
        ImmutableArray<GroupName> effects = [];
        if (reader.Takes("|"))
            effects = reader.Groups();
        if (reader._at < reader._tokens.Count)
            throw reader.Wrong($"`{reader._tokens[reader._at].Text}` is not expected there", Example);
        foreach (var twice in terms.GroupBy(term => term.Name).Where(same => same.Count() > 1))
            throw reader.Wrong($"the term `{twice.Key}` stands twice", "remove one of the two");
        if (terms.Any(term => term.Name == response.Name))
            throw reader.Wrong($"`{response.Name}` would explain itself", "remove it from what explains");
        return new Formula(text, response, terms.ToImmutable(), effects);
    }

    /// <summary>Reads columns that make groups: <c>exporter^importer</c>, several with a <c>+</c> or a comma between them.</summary>
    /// <exception cref="InputException">They are none.</exception>
    public static ImmutableArray<GroupName> ReadGroups(string text)
    {
        var reader = new FormulaReader(text);
        var groups = reader.Groups();
        return reader._at == reader._tokens.Count ? groups : throw reader.Wrong($"`{reader._tokens[reader._at].Text}` is not expected there", "write it as in exporter^importer + year");
    }

    /// <summary>Reads an expression of one column or several.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static Term ReadTerm(string text)
    {
        var reader = new FormulaReader(text);
        var term = reader.Expression();
        return reader._at == reader._tokens.Count ? term : throw reader.Wrong($"`{reader._tokens[reader._at].Text}` is not expected there", "write the name of a column, or a function of one, such as ln(gdp)");
    }

    private ImmutableArray<GroupName> Groups()
    {
        var groups = ImmutableArray.CreateBuilder<GroupName>();
        do
        {
            var columns = ImmutableArray.CreateBuilder<Token>();
            do
            {
                var token = Next("the name of a column");
                if (token.Kind == TokenKind.Function)
                    token = token with { Kind = TokenKind.Column };
                if (token.Kind != TokenKind.Column)
                    throw Wrong($"`{token.Text}` is not the name of a column", "join columns with ^ for groups that they make together, as in exporter^year", token.At);
                columns.Add(token);
            }
            while (Takes("^") || Takes("#"));
            groups.Add(new GroupName(string.Join('^', columns.Select(column => column.Text)), columns.ToImmutable()));
        }
        while (Takes("+") || Takes(","));
        return groups.ToImmutable();
    }

    // Signs up to a plus, a bar or a tilde outside brackets; a colon multiplies.
    private Term Expression()
    {
        var (parts, depth, start) = (ImmutableArray.CreateBuilder<Token>(), 0, _at);
        while (_at < _tokens.Count)
        {
            var token = _tokens[_at];
            if (depth == 0 && token is { Kind: TokenKind.Sign, Text: "+" or "|" or "~" or "," })
                break;
            if (depth == 0 && token is { Kind: TokenKind.Sign, Text: "-" })
                throw Wrong("a term cannot be taken away", "write the terms that you want; inside brackets a minus is arithmetic, as in I(a - b)", token.At);
            depth += token.Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth < 0)
                throw Wrong("a bracket closes that was not opened", Example, token.At);
            parts.Add(token);
            _at++;
        }

        if (parts.Count == 0)
            throw Wrong(_at < _tokens.Count ? $"a term is missing before `{_tokens[_at].Text}`" : "a term is missing at the end", Example, _at < _tokens.Count ? _tokens[_at].At : _text.Length);
        if (depth > 0)
            throw Wrong("a bracket is not closed", Example, _tokens[start].At);
        Check(parts);
        var end = _at < _tokens.Count ? _tokens[_at].At - 1 : _text.Length;
        return new Term(_text[(_tokens[start].At - 1)..end].Trim(), parts.ToImmutable());
    }

    // Operands and operators take turns.
    private void Check(ImmutableArray<Token>.Builder parts)
    {
        var wantsOperand = true;
        for (var k = 0; k < parts.Count; k++)
        {
            var token = parts[k];
            var isOperator = token is { Kind: TokenKind.Sign, Text: not ("(" or ")") };
            if (token.Text == "(" && !wantsOperand)
                throw Wrong($"`{parts[k - 1].Text}` is no function that is known", $"the functions are {string.Join(", ", Functions)}; a factor goes among the fixed effects, after |", parts[k - 1].At);
            if (token.Text == "-" && wantsOperand)
                continue;
            if (token.Text == "(")
                continue;
            if (token.Text == ")" ? wantsOperand : isOperator == wantsOperand)
                throw Wrong($"`{token.Text}` is not expected there", Example, token.At);
            wantsOperand = isOperator || (token.Kind == TokenKind.Function && wantsOperand);
            if (token.Kind == TokenKind.Function && (k + 1 == parts.Count || parts[k + 1].Text != "("))
            {
                parts[k] = token with { Kind = TokenKind.Column };
                wantsOperand = false;
            }
        }

        if (wantsOperand)
            throw Wrong($"something is missing after `{parts[^1].Text}`", Example, parts[^1].At);
    }

    private bool IsNumber(string text) => _at < _tokens.Count && _tokens[_at] is { Kind: TokenKind.Number } token && token.Text == text;

    private bool Takes(string sign)
    {
        if (_at >= _tokens.Count || _tokens[_at].Kind != TokenKind.Sign || _tokens[_at].Text != sign)
            return false;
        _at++;
        return true;
    }

    private void Expect(string sign, string where)
    {
        if (!Takes(sign))
            throw Wrong($"a `{sign}` is missing {where}", Example, _at < _tokens.Count ? _tokens[_at].At : _text.Length);
    }

    private Token Next(string what) => _at < _tokens.Count ? _tokens[_at++] : throw Wrong($"{what} is missing at the end", Example, _text.Length);

    private InputException Wrong(string message, string hint, int at = 0) =>
        new(new InputProblem("formula", at > 0 ? 1 : 0, at, $"`{_text}`: {message}", hint));

    private List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var k = 0; k < text.Length;)
        {
            var start = k;
            if (char.IsWhiteSpace(text[k]))
            {
                k++;
            }
            else if (text[k] == '`')
            {
                var end = text.IndexOf('`', k + 1);
                if (end < 0)
                    throw new InputException(new InputProblem("formula", 1, k + 1, $"`{text}`: a name in ` marks is not closed", Example));
                tokens.Add(new Token(TokenKind.Column, text[(k + 1)..end], start + 1));
                k = end + 1;
            }
            else if (char.IsAsciiDigit(text[k]) || (text[k] == '.' && k + 1 < text.Length && char.IsAsciiDigit(text[k + 1])))
            {
                while (k < text.Length && (char.IsAsciiLetterOrDigit(text[k]) || text[k] == '.'))
                    k++;
                tokens.Add(new Token(TokenKind.Number, text[start..k], start + 1));
            }
            else if (char.IsLetter(text[k]) || text[k] == '_')
            {
                while (k < text.Length && (char.IsLetterOrDigit(text[k]) || text[k] is '_' or '.'))
                    k++;
                var name = text[start..k];
                tokens.Add(new Token(Functions.Contains(name) ? TokenKind.Function : TokenKind.Column, name, start + 1));
            }
            else if ("+-*/^:()|~,#".Contains(text[k]))
            {
                tokens.Add(new Token(TokenKind.Sign, text[k..++k], start + 1));
            }
            else
            {
                throw new InputException(new InputProblem("formula", 1, k + 1, $"`{text}`: the sign `{text[k]}` has no meaning here", $"names with other signs stand between ` marks; {Example}"));
            }
        }

        return tokens;
    }
}
