// The character maps that PDF names for Chinese fonts and does not contain (ISO 32000-1, table 118): without them the text
// of many pages cannot be read.
import mapAdobeCNS10 from 'pdfjs-dist/cmaps/Adobe-CNS1-0.bcmap';
import mapAdobeCNS11 from 'pdfjs-dist/cmaps/Adobe-CNS1-1.bcmap';
import mapAdobeCNS12 from 'pdfjs-dist/cmaps/Adobe-CNS1-2.bcmap';
import mapAdobeCNS13 from 'pdfjs-dist/cmaps/Adobe-CNS1-3.bcmap';
import mapAdobeCNS14 from 'pdfjs-dist/cmaps/Adobe-CNS1-4.bcmap';
import mapAdobeCNS15 from 'pdfjs-dist/cmaps/Adobe-CNS1-5.bcmap';
import mapAdobeCNS16 from 'pdfjs-dist/cmaps/Adobe-CNS1-6.bcmap';
import mapAdobeCNS1UCS2 from 'pdfjs-dist/cmaps/Adobe-CNS1-UCS2.bcmap';
import mapAdobeGB10 from 'pdfjs-dist/cmaps/Adobe-GB1-0.bcmap';
import mapAdobeGB11 from 'pdfjs-dist/cmaps/Adobe-GB1-1.bcmap';
import mapAdobeGB12 from 'pdfjs-dist/cmaps/Adobe-GB1-2.bcmap';
import mapAdobeGB13 from 'pdfjs-dist/cmaps/Adobe-GB1-3.bcmap';
import mapAdobeGB14 from 'pdfjs-dist/cmaps/Adobe-GB1-4.bcmap';
import mapAdobeGB15 from 'pdfjs-dist/cmaps/Adobe-GB1-5.bcmap';
import mapAdobeGB1UCS2 from 'pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap';
import mapB5H from 'pdfjs-dist/cmaps/B5-H.bcmap';
import mapB5V from 'pdfjs-dist/cmaps/B5-V.bcmap';
import mapB5pcH from 'pdfjs-dist/cmaps/B5pc-H.bcmap';
import mapB5pcV from 'pdfjs-dist/cmaps/B5pc-V.bcmap';
import mapCNSEUCH from 'pdfjs-dist/cmaps/CNS-EUC-H.bcmap';
import mapCNSEUCV from 'pdfjs-dist/cmaps/CNS-EUC-V.bcmap';
import mapETenB5H from 'pdfjs-dist/cmaps/ETen-B5-H.bcmap';
import mapETenB5V from 'pdfjs-dist/cmaps/ETen-B5-V.bcmap';
import mapETenmsB5H from 'pdfjs-dist/cmaps/ETenms-B5-H.bcmap';
import mapETenmsB5V from 'pdfjs-dist/cmaps/ETenms-B5-V.bcmap';
import mapGBEUCH from 'pdfjs-dist/cmaps/GB-EUC-H.bcmap';
import mapGBEUCV from 'pdfjs-dist/cmaps/GB-EUC-V.bcmap';
import mapGBH from 'pdfjs-dist/cmaps/GB-H.bcmap';
import mapGBV from 'pdfjs-dist/cmaps/GB-V.bcmap';
import mapGBKEUCH from 'pdfjs-dist/cmaps/GBK-EUC-H.bcmap';
import mapGBKEUCV from 'pdfjs-dist/cmaps/GBK-EUC-V.bcmap';
import mapGBK2KH from 'pdfjs-dist/cmaps/GBK2K-H.bcmap';
import mapGBK2KV from 'pdfjs-dist/cmaps/GBK2K-V.bcmap';
import mapGBKpEUCH from 'pdfjs-dist/cmaps/GBKp-EUC-H.bcmap';
import mapGBKpEUCV from 'pdfjs-dist/cmaps/GBKp-EUC-V.bcmap';
import mapGBpcEUCH from 'pdfjs-dist/cmaps/GBpc-EUC-H.bcmap';
import mapGBpcEUCV from 'pdfjs-dist/cmaps/GBpc-EUC-V.bcmap';
import mapHKscsB5H from 'pdfjs-dist/cmaps/HKscs-B5-H.bcmap';
import mapHKscsB5V from 'pdfjs-dist/cmaps/HKscs-B5-V.bcmap';
import mapUniCNSUCS2H from 'pdfjs-dist/cmaps/UniCNS-UCS2-H.bcmap';
import mapUniCNSUCS2V from 'pdfjs-dist/cmaps/UniCNS-UCS2-V.bcmap';
import mapUniCNSUTF16H from 'pdfjs-dist/cmaps/UniCNS-UTF16-H.bcmap';
import mapUniCNSUTF16V from 'pdfjs-dist/cmaps/UniCNS-UTF16-V.bcmap';
import mapUniGBUCS2H from 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap';
import mapUniGBUCS2V from 'pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap';
import mapUniGBUTF16H from 'pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap';
import mapUniGBUTF16V from 'pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap';

export const CMAPS: Readonly<Record<string, Uint8Array>> = {
  'Adobe-CNS1-0': mapAdobeCNS10,
  'Adobe-CNS1-1': mapAdobeCNS11,
  'Adobe-CNS1-2': mapAdobeCNS12,
  'Adobe-CNS1-3': mapAdobeCNS13,
  'Adobe-CNS1-4': mapAdobeCNS14,
  'Adobe-CNS1-5': mapAdobeCNS15,
  'Adobe-CNS1-6': mapAdobeCNS16,
  'Adobe-CNS1-UCS2': mapAdobeCNS1UCS2,
  'Adobe-GB1-0': mapAdobeGB10,
  'Adobe-GB1-1': mapAdobeGB11,
  'Adobe-GB1-2': mapAdobeGB12,
  'Adobe-GB1-3': mapAdobeGB13,
  'Adobe-GB1-4': mapAdobeGB14,
  'Adobe-GB1-5': mapAdobeGB15,
  'Adobe-GB1-UCS2': mapAdobeGB1UCS2,
  'B5-H': mapB5H,
  'B5-V': mapB5V,
  'B5pc-H': mapB5pcH,
  'B5pc-V': mapB5pcV,
  'CNS-EUC-H': mapCNSEUCH,
  'CNS-EUC-V': mapCNSEUCV,
  'ETen-B5-H': mapETenB5H,
  'ETen-B5-V': mapETenB5V,
  'ETenms-B5-H': mapETenmsB5H,
  'ETenms-B5-V': mapETenmsB5V,
  'GB-EUC-H': mapGBEUCH,
  'GB-EUC-V': mapGBEUCV,
  'GB-H': mapGBH,
  'GB-V': mapGBV,
  'GBK-EUC-H': mapGBKEUCH,
  'GBK-EUC-V': mapGBKEUCV,
  'GBK2K-H': mapGBK2KH,
  'GBK2K-V': mapGBK2KV,
  'GBKp-EUC-H': mapGBKpEUCH,
  'GBKp-EUC-V': mapGBKpEUCV,
  'GBpc-EUC-H': mapGBpcEUCH,
  'GBpc-EUC-V': mapGBpcEUCV,
  'HKscs-B5-H': mapHKscsB5H,
  'HKscs-B5-V': mapHKscsB5V,
  'UniCNS-UCS2-H': mapUniCNSUCS2H,
  'UniCNS-UCS2-V': mapUniCNSUCS2V,
  'UniCNS-UTF16-H': mapUniCNSUTF16H,
  'UniCNS-UTF16-V': mapUniCNSUTF16V,
  'UniGB-UCS2-H': mapUniGBUCS2H,
  'UniGB-UCS2-V': mapUniGBUCS2V,
  'UniGB-UTF16-H': mapUniGBUTF16H,
  'UniGB-UTF16-V': mapUniGBUTF16V,
};
