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

/** "Get wallet statements": `other_party.name` where the table says `display_name`. */
export const statementsAnswer = `{
    "statements": [
        {
            "id": 59418,
            "amount": 100,
            "currency": "EUR",
            "amount_decimal": "1.00",
            "direction": "in",
            "date": 1363340355,
            "details": "Currency exchange 1.23 USD -> 1.00 EUR (Exchange rate 10 USD : 8.81142 EUR; 1.23 USD : 1 EUR)",
            "type": "currency",
            "transfer_id": 45375
        },
        {
            "id": 59392,
            "amount": 3000,
            "currency": "USD",
            "amount_decimal": "30.00",
            "direction": "in",
            "date": 1361370936,
            "details": "Partial transfer return",
            "other_party": {
                "name": "EVP",
                "code": "300060819",
                "account_number": "EVP6910001000362"
            },
            "type": "return",
            "transfer_id": 45353
        },
        {
            "id": 59390,
            "amount": 12000,
            "currency": "USD",
            "amount_decimal": "120.00",
            "direction": "in",
            "date": 1361370929,
            "details": "Transfer for some items",
            "other_party": {
                "name": "EVP",
                "code": "300060819",
                "account_number": "EVP6910001000362",
                "user_id": 2,
                "wallet_id": 211
            },
            "type": "transfer",
            "transfer_id": 45353
        },
        {
            "id": 59327,
            "amount": 20,
            "currency": "EUR",
            "amount_decimal": "0.20",
            "direction": "out",
            "date": 1358523243,
            "details": "Transfer commission",
            "type": "commission",
            "transfer_id": 45122
        },
        {
            "id": 59326,
            "amount": 5000,
            "currency": "EUR",
            "amount_decimal": "50.00",
            "direction": "out",
            "date": 1358523243,
            "details": "50 EUR transfer to bank account",
            "other_party": {
                "name": "John Smith",
                "code": "38001010000",
                "account_number": "LT007300010022221111",
                "bic": "HABALT22XXX"
            },
            "type": "transfer",
            "transfer_id": 45122
        }
    ],
    "_metadata": {
        "total": 5,
        "offset": 0,
        "limit": 50
    }
}`;

/** "Get wallet reservation statements": decimals in `amount`, where the table says integer cents. */
export const reservationStatementsAnswer = `{
    "reservation_statements": [
        {
            "type": "transfer_out",
            "amount": "1.00",
            "currency": "EUR",
            "details": "Name Surname. Transfer out",
            "date": 1373449733,
            "other_party": {
                "display_name": "Name Surname",
                "account_number": "LT000000000000000000"
            }
        },
        {
            "type": "transfer_in",
            "amount": "1.00",
            "currency": "EUR",
            "details": "cash out",
            "date": 1453973739,
            "other_party": {
                "display_name": "Name Surname",
                "account_number": "EVP0000000000000",
                "wallet_id": 12345,
                "user_id": 123456
            }
        }
    ],
    "_metadata": {
        "total": 2,
        "offset": 0,
        "limit": 50
    }
}`;

/** "Get pending payments". */
export const pendingPaymentsAnswer = `{
    "pending_payments": [
        {
            "id": 59418,
            "amount": 100,
            "currency": "EUR",
            "amount_decimal": "1.00",
            "details": "Payment with password from John",
            "type": "password",
            "direction": "in",
            "cancelable": true,
            "date": 1363340355,
            "other_party": {
                "wallet_id": 78441,
                "user_id": 44587,
                "display_name": "John Smith"
            }
        }
    ],
    "_metadata": {
        "total": 1,
        "offset": 0,
        "limit": 50
    }
}`;

/** "Provide password for pending incoming payment". */
export const acceptedPaymentAnswer = `{
    "id": 59418,
    "amount": 100,
    "currency": "EUR",
    "amount_decimal": "1.00",
    "details": "Currency exchange 1.23 USD -> 1.00 EUR (Exchange rate 10 USD : 8.81142 EUR; 1.23 USD : 1 EUR)",
    "type": "password",
    "direction": "in",
    "cancelable": false,
    "date": 1363340355,
    "other_party": {
        "wallet_id": 78441,
        "user_id": 44587,
        "display_name": "John Smith"
    }
}`;

/** "Get favourite beneficiaries". */
export const favouritesAnswer = `{
    "favourites": [
        {
            "payment_count": 5,
            "user_info": {
                "display_name": "John Smith",
                "user_id": 54,
                "wallet_id": 4558,
                "account_number": "EVP7010001000101"
            }
        },
        {
            "payment_count": 2,
            "user_info": {
                "display_name": "Some Company",
                "user_id": 4457,
                "wallet_id": 25487,
                "account_number": "EVP6310001000103"
            }
        }
    ],
    "_metadata": {
        "total": 2,
        "offset": 0,
        "limit": 50
    }
}`;

/** "Changing description of an account". */
export const describedWalletAnswer = `{
    "id": 14471,
    "owner": 221,
    "account": {
        "number": "EVP0010001000101",
        "description": "My personal account"
    }
}`;

/** "Search wallets": no account, although it is "always" there. */
export const searchAnswer = `{
    "smith@example.com": {
        "id": 887,
        "owner": 5547
    },
    "9395988394d4568df3c54c2645ddb1d0753a0c20": {
        "id": 45,
        "owner": 8879
    }
}`;
