import type { components } from './schema';

export type Problem = components['schemas']['ApiProblem'];
export type Finding = components['schemas']['FindingResponse'];

/** Codes of failures that no server named: nothing answered, or something that is no answer of this API. */
export type OwnCode = 'unreachable' | 'malformed' | 'not-a-problem';

/**
 * Why a request brought no usable answer. Programs decide by `code`; `detail` and `remedy` are in the language of the
 * page, and empty where no server named them: `FailureNotice` has words for `OwnCode`.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    /** The HTTP status; 0 when nothing answered. */
    readonly status: number,
    readonly code: string,
    readonly detail = '',
    readonly remedy = '',
    readonly problem: Partial<Problem> = {},
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }

  get findings(): Finding[] {
    return this.problem.findings ?? [];
  }

  /** What is wrong with single fields of a request, by the name of the field. */
  get errors(): Record<string, string[]> {
    return this.problem.errors ?? {};
  }
}

/** Reads what problem+json offers; a proxy's HTML error page still yields its status line. */
export async function failureOf(response: Response): Promise<Failure> {
  const problem = await readProblem(response);
  if (problem === undefined) return new Failure(response.status, 'not-a-problem', response.statusText);
  const { code = 'not-a-problem', detail = problem.title ?? '', remedy = '' } = problem;
  return new Failure(response.status, code, detail, remedy, problem);
}

async function readProblem(response: Response): Promise<Partial<Problem> | undefined> {
  try {
    const body = (await response.json()) as Partial<Problem> | null;
    return typeof body?.title === 'string' ? body : undefined;
  } catch {
    return undefined;
  }
}
