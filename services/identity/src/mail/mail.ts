/** A mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** @throws whatever keeps the mail from being handed over */
  send(mail: Mail): Promise<void>;
  close(): void;
}
