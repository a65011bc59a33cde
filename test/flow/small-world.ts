import { people } from '../../simulator/wallet/people.ts';

/** The sample people without the ten thousand statements, which would be made anew for each run. */
export function smallWorld(): typeof people {
  const users = people.users.map((user) => ({
    ...user,
    accounts: user.accounts.map((account) => ({ ...account, generatedStatements: undefined })),
  }));
  return { ...people, users };
}
