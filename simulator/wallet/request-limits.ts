/** Most requests in a minute of one token and in an hour of one account of the API; none where absent. */
export interface RequestLimits {
  readonly perMinutePerToken?: number;
  readonly perHourPerAccount?: number;
}

/** The numbers that the API publishes. */
export const publishedLimits: RequestLimits = { perMinutePerToken: 60, perHourPerAccount: 1000 };

/**
 * Counts requests in sliding windows. `admit` is false where a limit is reached; what is refused does not count.
 * `key`: the credentials that signed; the account is the client's, whose tokens share its hour.
 */
export function createRequestLimiter(limits: RequestLimits): { admit(key: string, nowSeconds: number): boolean } {
  const { perMinutePerToken = Number.POSITIVE_INFINITY, perHourPerAccount = Number.POSITIVE_INFINITY } = limits;
  let hour: { readonly key: string; readonly at: number }[] = [];

  return {
    admit(key, nowSeconds) {
      hour = hour.filter(({ at }) => at > nowSeconds - 3600);
      const minute = hour.filter((request) => request.key === key && request.at > nowSeconds - 60);
      if (minute.length >= perMinutePerToken || hour.length >= perHourPerAccount) return false;
      // Without limits nothing is kept, or an hour of a busy test would be.
      if (Number.isFinite(perMinutePerToken) || Number.isFinite(perHourPerAccount)) hour.push({ key, at: nowSeconds });
      return true;
    },
  };
}
