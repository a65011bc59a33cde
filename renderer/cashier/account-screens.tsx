import type { ListPanel } from '../stores/flows.ts';
import { DescriptionPanel } from './description-panel.tsx';
import { FavouriteDetails, FavouritesScreen } from './favourites-screen.tsx';
import { PaymentDetails } from './payment-details.tsx';
import { PaymentsScreen } from './payments-screen.tsx';
import { ReservationDetails, ReservationsScreen } from './reservations-screen.tsx';
import { StatementDetails } from './statement-details.tsx';
import { StatementsScreen } from './statements-screen.tsx';

/** Left: a list of the account in the customer's place. */
export function AccountScreen({ panel }: { readonly panel: ListPanel }) {
  switch (panel) {
    case 'statements':
      return <StatementsScreen />;
    case 'payments':
      return <PaymentsScreen />;
    case 'reservations':
      return <ReservationsScreen />;
    case 'favourites':
      return <FavouritesScreen />;
  }
}

/** Right: what belongs to it. */
export function AccountPanel({ panel }: { readonly panel: ListPanel | 'description' }) {
  switch (panel) {
    case 'statements':
      return <StatementDetails />;
    case 'payments':
      return <PaymentDetails />;
    case 'reservations':
      return <ReservationDetails />;
    case 'favourites':
      return <FavouriteDetails />;
    case 'description':
      return <DescriptionPanel />;
  }
}
