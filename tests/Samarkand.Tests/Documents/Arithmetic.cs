using System.Globalization;

namespace Samarkand.Tests.Documents;

/// <summary>What a pocket calculator makes of a line such as (0.95 × 0.9872^-2 + 0.05)^(-1/2).</summary>
internal sealed class Arithmetic
{
    private readonly string _text;
    private int _at;

    private Arithmetic(string text) => _text = text.Replace(" ", "", StringComparison.Ordinal);

    public static double Value(string text)
    {
        var line = new Arithmetic(text);
        var value = line.Sum();
        return line._at == line._text.Length ? value : throw new FormatException($"{text}: `{line._text[line._at..]}` is left over");
    }

    private double Sum()
    {
        var value = Product();
        while (true)
        {
            if (Next('+'))
                value += Product();
            else if (Next('-'))
                value -= Product();
            else
                return value;
        }
    }

    private double Product()
    {
        var value = Power();
        while (true)
        {
            if (Next('×'))
                value *= Power();
            else if (Next('/'))
                value /= Power();
            else
                return value;
        }
    }

    private double Power()
    {
        var value = Atom();
        return Next('^') ? Math.Pow(value, Power()) : value;
    }

    private double Atom()
    {
        if (Next('-'))
            return -Atom();
        if (Next('('))
        {
            var value = Sum();
            return Next(')') ? value : throw new FormatException($"{_text}: a bracket is not closed");
        }

        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
            _at++;
        return double.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
    }

    private bool Next(char sign)
    {
        if (_at == _text.Length || _text[_at] != sign)
            return false;
        _at++;
        return true;
    }
}
