//! The pages of HER2 in Focus in the browser alone: the same documents as the server's, made on the reader's device.
