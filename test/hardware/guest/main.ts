// What runs inside the machine, one after the other; `npm run test:hardware` reads its TAP.
import './hid.ts';
import './usb-scanner.ts';
import './udev.ts';
import './serial.ts';
import './contactless.ts';
import './printer.ts';
