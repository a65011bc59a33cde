/** The 17 requests of seed 001 with the MACs that it prints, all with this time stamp and nonce. */
export const seedTimestamp = 1343811600;
export const seedNonce = 'nQnNaSNyubfPErjRO55yaaEYo9YZfKHN';

interface SeedRequest {
  readonly method: string;
  readonly target: string;
  readonly mac: string;
  readonly ext?: string;
  /** Line feeds, an indent of four spaces and no final line feed: the bytes behind the printed body hash. */
  readonly body?: string;
}

export const seedRequests: readonly SeedRequest[] = [
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471',
    mac: 'I0URYjGzh9YHvI8KCidOt8uY/PH5puC2ZFKPcBb6L+U=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet?phone=37066612345',
    mac: 'miBUIRAV3U/ModO8I5W6tm8PgSygPMkqr+01SnCImak=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet?company_code%5Blt%5D=300060819',
    mac: 'TRRL6hNc9lK1ynjK/p3fNwnjSJ0GWiQz4Bv3QmGSGvY=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471/balance',
    mac: 'Qj0PSwlPicgVGbJ54uvVd6nX3t6bTl8mz1S0x5tLsKY=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471/balance?convert_to=EUR',
    mac: 'aorVIfC2tL6XoiX4dQbqt99w4TNX8qdSs68bCZPGpxk=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471/receipt/balance?locale=en',
    mac: 'u7Km4ut2BgQ5UEtK3nngD6PP/FZCG4pnsBS5hiPE1g4=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/me/sufficient-amount?amount=100000&currency=EUR',
    mac: '9SCOHfL8j/OSLMjQAMQL9F2sp6uru+eRQr6UH8RUgLo=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471/statements?currency=EUR,USD&from=1357052400&limit=50',
    mac: 'jElAhqr+zF3MlJCYd6zQV03lWlg7SSzHNweBQ5CvKK4=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471/reservation-statements',
    mac: 'YX2q6J/Kl/xTc1EAftiv7sgFMQG7VCnD+FbuRoFkpnw=',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471/pending-payments?type=password&direction=in&limit=50',
    mac: 'kEsBCn6TViaKISptT5PPLo6pFqlXwOqGhIl1fx1ThNo=',
  },
  {
    method: 'PUT',
    target: '/rest/v1/wallet/14471/pending-payment/59418',
    mac: 'Y90qXv/AX0NghCY9n0Yc25t1hJN3fAwghExh8GNRjwU=',
    ext: 'body_hash=AGR2TJUZ%2BQBepUliLhilu7TBof4cYOrF7mFQdqwZO4o%3D',
    body: '{\n    "password": "some secret"\n}',
  },
  {
    method: 'GET',
    target: '/rest/v1/wallet/14471/favourites',
    mac: 'W8jg3Glch8itZ11zENWa59Z01k31EYO4GZ86HEZHHwc=',
  },
  {
    method: 'PUT',
    target: '/rest/v1/wallet/14471/card',
    mac: 'fv+osiplm+JL6klKGTlRdLRxb1QeCrLvuLqlWaqbkyY=',
    ext: 'body_hash=AmsFMTy%2FcahppWNuBi4AosyH8S%2B%2B4Wm54DiCwTniHZA%3D',
    body: '{\n    "issuer": "paysera",\n    "number": "5487963154"\n}',
  },
  {
    method: 'PUT',
    target: '/rest/v1/wallet/254789/confirm',
    mac: '0EvGMwVZ+PQ2UBJkIrEUeBp/41vl1k4rElhHg86gu/Y=',
    ext: 'body_hash=sc%2BZyvNgEganUAKIuipczDh2Bd7WT3KE78M3tnuFdoU%3D',
    body: '{\n    "code": "ABCDEF"\n}',
  },
  {
    method: 'PUT',
    target: '/rest/v1/wallet/14471',
    mac: 'nasr/gsN3kKUYKuewK7xPYVxa9Rmc5+xUHxZi5KDRGY=',
    ext: 'body_hash=JLdNooXtAqBdU9VUQxtnkx%2BLkGPXaThfOj%2FR2CO3QEo%3D',
    body: '{\n    "description": "My personal account"\n}',
  },
  {
    method: 'DELETE',
    target: '/rest/v1/wallet/14471/description',
    mac: 'wkV5RddQ0uTLSRxuJTHu5EhF7gotqmzRwiTRljzwrQU=',
  },
  {
    method: 'GET',
    target:
      '/rest/v1/wallets?email=john@example.com,smith@example.com&phone=37066612345&email_hash=9395988394d4568df3c54c2645ddb1d0753a0c20',
    mac: 'dReJK0HvKhJbcs2P4hujkpG9KMpJ2zAAilFRMOY2+Us=',
  },
];
