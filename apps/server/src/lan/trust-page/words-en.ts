import type { TrustWords } from './words.ts';

export const wordsEn: TrustWords = {
  title: 'Trust this Komawari',
  heading: 'Let this device trust Komawari at home',
  lead: 'Komawari runs on a machine in your home and speaks HTTPS with a certificate that it made itself. Show this device that certificate once: the warnings disappear, and passkeys, encrypted albums and the installed app work.',
  languages: 'Language',
  trusted: 'Komawari opens on this device.',
  open: 'Open Komawari',
  compare: {
    heading: 'Compare the fingerprint',
    text: 'The terminal in which Komawari was started shows a fingerprint. It must be this one, sign by sign. If it is not, somebody stands in between: install nothing.',
  },
  get: { heading: 'Get the certificate', text: 'One file, for every device in the house.', certificate: 'Certificate (.crt)', profile: 'Profile for Apple devices' },
  steps: { heading: 'Install it on this device', others: 'Another device?' },
  done: { heading: 'Open Komawari', text: 'Close the browser once if it still warns you. Then open one of these addresses:', names: 'Choose an address with a name if it opens: passkeys work only with names, and it stays the same when the router hands out new numbers.' },
  about: {
    heading: 'What you agree to',
    points: [
      'The certificate can vouch for nothing but private addresses and home names such as .local. It can never pretend to be a bank or a shop.',
      'Its key was made on your machine and stays there. Nobody else has a copy, neither the makers of Komawari nor anyone on the internet.',
      'To take your trust back, remove “Komawari at home” in the same place.',
    ],
    until: 'Valid until {date}',
  },
  platforms: {
    ios: {
      name: 'iPhone and iPad',
      steps: [
        'Open this page in **Safari**, tap **Profile for Apple devices** and then **Allow**.',
        'Open **Settings**. Near the top, tap **Profile Downloaded** (or **General › VPN & Device Management**), then **Install**.',
        'Back in Settings: **General › About › Certificate Trust Settings**. Switch on **Komawari at home**. Without this last switch nothing changes.',
      ],
    },
    android: {
      name: 'Android',
      steps: [
        'Tap **Certificate (.crt)** and keep the file.',
        'Open **Settings** and search for **CA certificate**. It usually lies below **Security › Encryption & credentials › Install a certificate**.',
        'Tap **CA certificate**, then **Install anyway**, and choose `komawari.crt` among the downloads.',
      ],
      note: 'Android asks for a screen lock first, and may remark that the network could be watched. With this certificate that holds for your home’s addresses only.',
    },
    windows: {
      name: 'Windows',
      steps: [
        'Download **Certificate (.crt)** and open the file.',
        'Choose **Install Certificate…**, then **Current User**, then **Next**.',
        'Choose **Place all certificates in the following store › Browse › Trusted Root Certification Authorities**, then **Next** and **Finish**.',
        'Windows shows the certificate once more and asks: **Yes**.',
      ],
      note: 'Chrome, Edge and Firefox all follow Windows.',
    },
    macos: {
      name: 'Mac',
      steps: [
        'Download **Certificate (.crt)** and open it. **Keychain Access** asks where to put it: **login**.',
        'Double-click **Komawari at home** in the list and open **Trust**.',
        'Set **When using this certificate** to **Always Trust**, close the window and enter your password.',
      ],
      note: 'An iPad that asks for desktop pages lands here as well: its steps are under “iPhone and iPad”.',
    },
    linux: {
      name: 'Linux: Chrome, Chromium, Edge',
      steps: [
        'Download **Certificate (.crt)**.',
        'Open `chrome://certificate-manager` and choose **Custom › Installed by you**. Beside **Trusted certificates**, choose **Import**.',
        'Choose `komawari.crt`. Older versions: **Settings › Privacy and security › Security › Manage certificates › Authorities › Import**, then tick **Trust this certificate for identifying websites**.',
      ],
      note: 'For the whole system (Debian, Ubuntu): `sudo cp komawari.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates`',
    },
    firefox: {
      name: 'Firefox',
      steps: [
        'Download **Certificate (.crt)**.',
        'Open **Settings › Privacy & Security**, go down to **Certificates** and choose **View Certificates…**.',
        'In **Authorities**, choose **Import…** and then `komawari.crt`. Tick **Trust this CA to identify websites**.',
      ],
      note: 'On Windows and macOS, Firefox follows the system: the steps above are enough. On Android it needs **Settings › About Firefox**, seven taps on the logo, then **Secret Settings › Use third party CA certificates**.',
    },
  },
};
