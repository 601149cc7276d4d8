/** One thing wrong with the inputs. */
export interface InputProblem {
  /** The input as this platform spells it. */
  readonly input: string;
  /** What is wrong and what would be right, as a sentence that follows the input's name and a colon. */
  readonly problem: string;
  /** The input's lines as they would be right, where that is known. */
  readonly mended?: string;
}

/** The inputs do not say what token to get; every problem is listed, so that one edit mends them all. */
export class InputProblems extends Error {
  override readonly name = 'InputProblems';

  constructor(readonly problems: readonly InputProblem[]) {
    super(problems.map(({ input, problem }) => `${input}: ${problem}`).join('\n'));
  }
}
