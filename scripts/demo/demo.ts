import type { StepResult } from '@entra-token/stand-ins';
import { type Scenario, scenarios } from './scenarios.js';
import { inSetting } from './setting.js';

/** What the demo's last table says of a scenario. */
interface Row {
  readonly scenario: Scenario;
  readonly milliseconds: number;
  readonly token: StepResult['outcome'];
  readonly call: StepResult['outcome'];
  readonly asExpected: boolean;
}

const print = (text: string) => process.stdout.write(`${text}\n`);

function rowOf(scenario: Scenario, steps: readonly StepResult[]): Row {
  const [token, call] = steps;
  const outcomes = { token: token?.outcome ?? 'skipped', call: call?.outcome ?? 'skipped' };
  const asExpected =
    scenario.expected === 'success'
      ? outcomes.token === 'success' && outcomes.call === 'success' && (call?.log.includes('Anvil') ?? false)
      : outcomes.token === 'failure' && token?.annotations.length === 1;
  return { scenario, milliseconds: Math.round(token?.durationMs ?? 0), ...outcomes, asExpected };
}

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ scenario, milliseconds, token, call, asExpected }) => [
    scenario.platform,
    scenario.credential,
    token,
    scenario.expected === 'failure' ? '–' : call,
    `${milliseconds} ms`,
    asExpected ? 'as expected' : 'NOT AS EXPECTED',
  ]);
  const lines = [['Platform', 'Credential', 'Token', 'API call', 'Step took', ''], ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0))) ?? [];
  return lines
    .map(line =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

await inSetting(async setting => {
  print(`A local Entra is at ${setting.emulator.entra.origin}. The logs below are what a user sees.`);
  const rows: Row[] = [];
  for (const scenario of scenarios) {
    print(`\n── ${scenario.platform}: ${scenario.credential} ${'─'.repeat(40)}\n`);
    const steps = await scenario.run(setting);
    for (const step of steps) print(step.log.trimEnd());
    rows.push(rowOf(scenario, steps));
  }
  print(`\n${table(rows)}`);
  process.exitCode = rows.every(({ asExpected }) => asExpected) ? 0 : 1;
});
