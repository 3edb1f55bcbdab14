/** How often and how patiently to repeat a call; tests inject the clock and the chance. */
export interface RetryOptions {
  /** Calls in total, the first one included. @default 8 */
  readonly maxAttempts?: number;
  /** Longest wait before the second call, in milliseconds; doubles with every further call. @default 200 */
  readonly baseDelay?: number;
  /** Longest wait of all, in milliseconds. @default 20000 */
  readonly maxDelay?: number;
  /** Waits for a number of milliseconds. @default - `setTimeout` */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Number in [0, 1) that a wait is multiplied with. @default Math.random */
  readonly jitter?: () => number;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Repeats a call with exponential backoff and full jitter while `isRetryable` says that its error may pass.
 *
 * @throws unknown the error of the last call
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export async function retry<T>(
  call: () => Promise<T>,
  isRetryable: (error: unknown) => boolean,
  options: RetryOptions = {},
): Promise<T> {
  const { maxAttempts = 8, baseDelay = 200, maxDelay = 20_000, sleep = wait, jitter = Math.random } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= maxAttempts || !isRetryable(error)) throw error;
      await sleep(jitter() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1)));
    }
  }
}
