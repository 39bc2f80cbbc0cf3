// First, before anything makes a style element.
import './shell/styleNonce'
import './print/print.css'
import { complaintPrints } from './complaints/prints'
import { compliancePrints } from './compliance/prints'
import { dayPrints } from './days/prints'
import { imagePrints } from './images/prints'
import { postPrints } from './posts/prints'
import { openPrintWindow } from './print/openPrintWindow'

/** Every document that can be printed, slice by slice. */
void openPrintWindow([
  ...[...imagePrints, ...postPrints, ...dayPrints],
  ...[...complaintPrints, ...compliancePrints],
])
