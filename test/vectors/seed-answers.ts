// The seed's example answers, character for character (seed 001), its `reserced_decimal` included.

export const walletAnswer = `{
    "id": 14471,
    "owner": 221,
    "account": {
        "number": "EVP0010001000101"
    }
}`;

/** "Card relation request" and "Confirm card request": no account, although it is "always" there. */
export const cardWalletAnswer = `{
    "id": 254789,
    "owner": 221
}`;

export const balanceAnswer = `{
    "EUR": {
        "at_disposal": 2299,
        "at_disposal_decimal": "22.99",
        "reserved": 0,
        "reserced_decimal": "0"
    },
    "USD": {
        "at_disposal": 100,
        "at_disposal_decimal": "1.00",
        "reserved": 9800,
        "reserced_decimal": "98.00"
    }
}`;

export const convertedBalanceAnswer = `{
    "EUR": {
        "at_disposal": 2299,
        "at_disposal_decimal": "22.99",
        "reserved": 0,
        "reserced_decimal": "0",
        "converted": {
            "at_disposal": 2299,
            "at_disposal_decimal": "22.99",
            "reserved": 0,
            "reserced_decimal": "0"
        }
    },
    "USD": {
        "at_disposal": 100,
        "at_disposal_decimal": "1.00",
        "reserved": 9800,
        "reserced_decimal": "98.00",
        "converted": {
            "at_disposal": 75,
            "at_disposal_decimal": "0.75",
            "reserved": 7339,
            "reserced_decimal": "73.39"
        }
    }
}`;

export const balanceReceiptAnswer = `{
    "text": "Your balance: 22.99 EUR, 1.00 USD"
}`;

export const sufficientAnswer = `{
    "is_sufficient": true
}`;

export const notSufficientAnswer = `{
    "is_sufficient": false
}`;
