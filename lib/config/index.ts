export { didYouMean } from './did-you-mean';
export type { ConfigFiles } from './files';
export { type AlsoKnown, type ParsedConfig, parseConfig } from './parse-config';
export type { ConfigPath, Problem } from './problem';
export { ConfigError, type RenderOptions, renderPath, renderProblem, sortProblems } from './render-problem';
