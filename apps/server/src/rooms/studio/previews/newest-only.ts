export type NewestOnly<T> = {
  tell(value: T): void;
  /** What waits is dropped, and nothing more is begun. */
  end(): void;
};

/** Does `work` on the newest of what is told, one after another with a `rest` after each; what was overtaken meanwhile is dropped. */
export function newestOnly<T>(work: (value: T) => Promise<void>, rest: () => Promise<void>): NewestOnly<T> {
  let waiting: { value: T } | undefined;
  let isAtWork = false;
  let isOver = false;
  const go = async () => {
    isAtWork = true;
    while (waiting) {
      const { value } = waiting;
      waiting = undefined;
      await work(value);
      await rest();
    }
    isAtWork = false;
  };
  return {
    tell(value) {
      if (isOver) return;
      waiting = { value };
      if (!isAtWork) void go();
    },
    end() {
      isOver = true;
      waiting = undefined;
    },
  };
}
