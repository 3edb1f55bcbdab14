import { didYouMean, type Problem } from './config';
import type { ModelProblem } from './model/model-problem';

/** Turns the candidates that the model knows for an unknown name into a "did you mean", or into what to do instead. */
export function suggest({ unknown, ...problem }: ModelProblem): Problem {
  if (!unknown) return problem;
  const { en, ko } = problem.message;
  const word = didYouMean(unknown.word, unknown.candidates);
  if (word !== undefined) {
    const quoted = JSON.stringify(word);
    return { ...problem, message: { en: `${en} — did you mean ${quoted}?`, ko: `${ko} — 혹시 ${quoted}인가요?` } };
  }
  const { otherwise } = unknown;
  return otherwise ? { ...problem, message: { en: `${en}: ${otherwise.en}`, ko: `${ko}: ${otherwise.ko}` } } : problem;
}
