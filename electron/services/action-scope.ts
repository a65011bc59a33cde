/** What is being done is allowed: by the operator's own role, or by a supervisor whose name it carries. */
export interface Grant {
  readonly approver: string | null;
}

/** Carries a grant to all that one action does, however long it takes, and to nothing else that runs meanwhile. */
export interface ActionScope {
  /** Null outside of any action: a scan, a timer. */
  current(): Grant | null;
  run<T>(grant: Grant, work: () => T): T;
  /** Runs what an action sets off and is not part of: the next customer's scan, which waited for its print. */
  outside<T>(work: () => T): T;
}
