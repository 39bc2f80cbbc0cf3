/** The half of pdf.js that reads; it comes without types, and pdf.js alone talks to it. */
export declare const WorkerMessageHandler: object
