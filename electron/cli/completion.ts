// SPDX-License-Identifier: MIT
// What completes commands by Tab, for two shells, made of the table of commands. Names of adapters come from the
// system when Tab is pressed; they are quoted, and never expanded: anybody may have chosen them.

import { commands, commonOptions, knownWords, programName } from './command-table';
import type { CommandDescription, OptionDescription, WordKind } from './command-table';

const allOptions: readonly OptionDescription[] = [
  ...new Map(
    [...commonOptions, ...commands.flatMap(({ options }) => options)].map((one) => [one.name, one]),
  ).values(),
];

const withValue = allOptions.filter(({ value }) => value !== undefined);

const flagOf = ({ name }: OptionDescription) => `--${name}`;

const flagsOf = ({ options }: Pick<CommandDescription, 'options'>) =>
  [...options, ...commonOptions].map(flagOf);

/** Kinds whose words are listed. */
const listed: readonly (readonly [WordKind, readonly string[]])[] = [
  ['command', commands.map(({ name }) => name)],
  ...(Object.entries(knownWords) as [WordKind, readonly string[]][]),
];

const bashCases = (cases: readonly (readonly [string, string])[], inset: string) =>
  cases.map(([pattern, text]) => `${inset}${pattern}) ${text} ;;`).join('\n');

/** For bash: `source <(interface-panel-cli completion bash)`. */
export function bashCompletion(): string {
  const ofCommand = commands.map((command) => {
    const { name, words } = command;
    return [name, `kinds=(${words.join(' ')}) options='${flagsOf(command).join(' ')}'`] as const;
  });
  const values = withValue.map(
    (option) => [flagOf(option), `kind=${option.kind ?? 'any'}`] as const,
  );
  return `# Completes ${programName} in bash.
_interface_panel_cli() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  # Bash takes "=" for a word of its own: what stands behind it is a value.
  [[ $word == = ]] && word=
  [[ $before == = ]] && before=\${COMP_WORDS[COMP_CWORD - 2]}
  local command= at=0 kind=command index candidate options
  local -a kinds=() candidates=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    [[ \${COMP_WORDS[index]} == -* ]] && continue
    [[ \${COMP_WORDS[index]} == = || \${COMP_WORDS[index - 1]} == = ]] && continue
    [[ \${COMP_WORDS[index - 1]} == @(${withValue.map(flagOf).join('|')}) ]] && continue
    if [[ -z $command ]]; then command=\${COMP_WORDS[index]}; else ((at += 1)); fi
  done
  options='${commonOptions.map(flagOf).join(' ')}'
  case $command in
${bashCases(ofCommand, '    ')}
  esac
  if [[ -n $command ]]; then
    kind=any
    ((\${#kinds[@]} > 0)) && kind=\${kinds[at % \${#kinds[@]}]}
  fi
  case $before in
${bashCases(values, '    ')}
  esac
  if [[ $word == -* ]]; then kind=option; fi
  case $kind in
    option) read -ra candidates <<< "$options" ;;
${bashCases(
  listed.map(([kind, words]) => [kind, `candidates=(${words.join(' ')})`] as const),
  '    ',
)}
    adapter) for candidate in /sys/class/net/*; do candidates+=("\${candidate##*/}"); done ;;
    file)
      compopt -o filenames
      while IFS= read -r candidate; do candidates+=("$candidate"); done < <(compgen -f -- "$word")
      ;;
  esac
  COMPREPLY=()
  for candidate in "\${candidates[@]}"; do
    [[ $candidate == "$word"* ]] || continue
    [[ $kind == adapter ]] && printf -v candidate %q "$candidate"
    COMPREPLY+=("$candidate")
  done
}
complete -F _interface_panel_cli ${programName}
`;
}

const quoted = (words: readonly string[]) => `@(${words.map((word) => `'${word}'`).join(', ')})`;

/** For PowerShell: `interface-panel-cli completion powershell | Out-String | Invoke-Expression`. */
export function powershellCompletion(): string {
  const ofCommand = commands.map(
    (command) =>
      `    '${command.name}' = @{ Kinds = ${quoted(command.words)}; Options = ${quoted(flagsOf(command))} }`,
  );
  const values = withValue.map((option) => `    '${flagOf(option)}' = '${option.kind ?? 'any'}'`);
  const lists = listed.map(([kind, words]) => `    '${kind}' = ${quoted(words)}`);
  return `# Completes ${programName} in PowerShell.
Register-ArgumentCompleter -Native -CommandName '${programName}', '${programName}.exe' -ScriptBlock {
  param($word, $ast, $cursor)
  $commands = @{
${ofCommand.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $lists = @{
${lists.join('\n')}
  }
  $typed = @($ast.CommandElements | Select-Object -Skip 1 |
      Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
  $before = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $plain = @(for ($index = 0; $index -lt $typed.Count; $index++) {
      $isValue = $index -gt 0 -and $values.ContainsKey($typed[$index - 1])
      if (-not $typed[$index].StartsWith('-') -and -not $isValue) { $typed[$index] }
    })
  $command = if ($plain.Count -gt 0) { $commands[$plain[0]] } else { $null }
  $kind = if ($plain.Count -eq 0) { 'command' } else { 'any' }
  if ($command -and $command.Kinds.Count -gt 0) {
    $kind = $command.Kinds[($plain.Count - 1) % $command.Kinds.Count]
  }
  if ($values.ContainsKey($before)) { $kind = $values[$before] }
  if ($word.StartsWith('-')) { $kind = 'option' }
  $candidates = switch ($kind) {
    'option' { if ($command) { $command.Options } else { ${quoted(commonOptions.map(flagOf))} } }
    'adapter' {
      (Get-NetAdapter -ErrorAction SilentlyContinue).Name |
        ForEach-Object { "'" + $_.Replace("'", "''") + "'" }
    }
    default { $lists[$kind] }
  }
  $start = $word.Trim("'", '"')
  $candidates | Where-Object { $_.Trim("'").StartsWith($start, 'OrdinalIgnoreCase') } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
