/** What one measurement says: a table, and what to know when reading it. */
export interface BenchResult {
  readonly title: string;
  /** First row: the heads of the columns. */
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
}
