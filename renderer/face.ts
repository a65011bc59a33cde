// Loads the one face that this window is for: what the other one is made of is not even fetched.
if (window.tillKiosk === undefined) {
  void import('./main.tsx');
} else {
  void import('./kiosk.tsx');
}
