namespace Samarkand.Cli.Commands.Completion;

/// <summary>
/// Completion scripts. Each gives the line up to the cursor, without the command's own name, to the directive
/// <c>[suggest]</c>, and keeps what starts with the word under the cursor; options only once a dash is typed.
/// The directive does not understand <c>--option=value</c>, so that it gets a space instead.
/// </summary>
internal static class CompletionScripts
{
    public const string Bash = """
        # Completion of samarkand for bash. In ~/.bashrc: source <(samarkand completion bash)
        _samarkand() {
            local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" last suggestion
            line="${line#"${COMP_WORDS[0]}"}"
            line="${line# }"
            last="${line##* }"
            [[ $last == --*=* ]] && line="${line%"$last"}${last/=/ }"
            [[ $word == '=' ]] && word=
            COMPREPLY=()
            while IFS= read -r suggestion; do
                [[ -n $suggestion && $suggestion == "$word"* ]] || continue
                [[ $suggestion == -* && $word != -* ]] && continue
                [[ $suggestion == */ ]] && compopt -o nospace
                COMPREPLY+=("$suggestion")
            done < <("${COMP_WORDS[0]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)
        }
        complete -F _samarkand samarkand
        """;

    public const string Zsh = """
        #compdef samarkand
        # Completion of samarkand for zsh. In ~/.zshrc, after compinit: source <(samarkand completion zsh)
        _samarkand() {
            local line="${(j: :)words[2,CURRENT-1]}" option suggestion
            local -a suggestions folders
            if [[ $PREFIX == --*=* ]]; then
                option="${PREFIX%%=*} "
                compset -P '*='
            fi
            (( CURRENT > 2 )) && line+=' '
            line+="$option$PREFIX"
            for suggestion in "${(@f)$(${~words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}"; do
                if [[ -z $suggestion || ( $suggestion == -* && $PREFIX != -* ) ]]; then
                    continue
                elif [[ $suggestion == */ ]]; then
                    folders+=("$suggestion")
                else
                    suggestions+=("$suggestion")
                fi
            done
            (( $#suggestions )) && compadd -a suggestions
            (( $#folders )) && compadd -S '' -a folders
            return 0
        }
        compdef _samarkand samarkand
        """;

    public const string Fish = """
        # Completion of samarkand for fish. Save it: samarkand completion fish > ~/.config/fish/completions/samarkand.fish
        function __samarkand_complete
            set -l word (commandline -ct)
            set -l words (commandline -opc)
            set -l option (string match -r -- '^--[^=]*=' "$word")
            set -l value (string replace -r -- '^--[^=]*=' '' "$word")
            set -l line (string join ' ' -- $words[2..-1] (string replace -- '=' '' "$option") "$value" | string collect)
            test -z "$option"; and set line (string join ' ' -- $words[2..-1] "$value" | string collect)
            for suggestion in (samarkand "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
                if string match -q -- '-*' "$suggestion"; and not string match -q -- '-*' "$value"
                    continue
                end
                echo "$option$suggestion"
            end
        end
        complete -c samarkand -f -a '(__samarkand_complete)'
        """;

    public const string PowerShell = """
        # Completion of samarkand for PowerShell. In $PROFILE: samarkand completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName samarkand -ScriptBlock {
            param($word, $ast, $cursor)
            $text = $ast.ToString().PadRight($cursor - $ast.Extent.StartOffset)
            $line = $text.Substring(0, $cursor - $ast.Extent.StartOffset) -replace '^\S+\s?', ''
            $option = if ($word -match '^--[^=]*=') { $Matches[0] } else { '' }
            $value = $word.Substring($option.Length)
            $line = $line -replace '(^|\s)(--[^=\s]*)=(\S*)$', '$1$2 $3'
            samarkand "[suggest:$($line.Length)]" $line 2>$null |
                Where-Object { $_ -and $_.StartsWith($value) -and ($value.StartsWith('-') -or -not $_.StartsWith('-')) } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new("$option$_", $_, 'ParameterValue', $_) }
        }
        """;
}
